package org.peerline.console.simulator;

import java.util.List;

/**
 * One step of the story that the page can play.
 *
 * @param name its caption is the line {@code story.} and this name
 * @param what {@code open} a request, {@code text} from a phone, or move the {@code clock}
 * @param who whose phone texts; empty otherwise
 * @param value the words of the text, or how far the clock moves
 */
public record StoryStep(String name, String what, String who, String value) {
    static final List<StoryStep> ALL = List.of(
            new StoryStep("open", "open", "", ""),
            new StoryStep(
                    "first", "text", "requester", "Hello, I would like to talk to somebody. Things are hard at work."),
            new StoryStep("answer", "text", "peer", "Hello Sam, I am glad you wrote. Would a call help?"),
            new StoryStep("propose", "text", "peer", "CALL tomorrow 1pm"),
            new StoryStep("agree", "text", "requester", "OK"),
            new StoryStep("status", "text", "requester", "STATUS"),
            new StoryStep("wait", "clock", "", "tomorrow"),
            new StoryStep("call", "clock", "", "PT6H15M"),
            new StoryStep("outcome", "text", "peer", "HELD 40"),
            new StoryStep("enough", "text", "peer", "ENOUGH"),
            new StoryStep("done", "text", "requester", "DONE"),
            new StoryStep("sure", "text", "requester", "OK"));
}
