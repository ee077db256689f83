package org.peerline.tasks.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.core.Subject;
import org.peerline.tasks.Task;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.TaskStatus;

/** A task as coordinators see it. */
@Schema(description = "Something that a coordinator has to look at; without names, numbers or words of a text.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        @Schema(required = true) UUID id,

        @Schema(required = true) TaskKind kind,

        @Schema(description = "What happened and the usual next step.", maxLength = 300, required = true)
        String what,

        @Schema(required = true) TaskStatus status,

        @Schema(description = "What kind of thing it is about.", required = true)
        Subject.Kind subjectKind,

        @Schema(description = "The thing it is about.", required = true)
        UUID subjectId,

        UUID requestId,

        @Schema(description = "The reference of that request.", maxLength = 9)
        String reference,

        @Schema(required = true) Instant raisedAt,

        @Schema(description = "When it was noticed last.", required = true)
        Instant lastRaisedAt,

        @Schema(
                description = "How often it was noticed while it was open.",
                minimum = "1",
                maximum = "2147483647",
                required = true)
        int times,

        Instant doneAt) {

    static TaskView of(Task task) {
        return new TaskView(
                task.id(),
                task.kind(),
                task.kind().what(),
                task.doneAt().isPresent() ? TaskStatus.DONE : TaskStatus.OPEN,
                task.subject().kind(),
                task.subject().id(),
                task.request().orElse(null),
                task.reference().orElse(null),
                task.raisedAt(),
                task.lastRaisedAt(),
                task.times(),
                task.doneAt().orElse(null));
    }
}
