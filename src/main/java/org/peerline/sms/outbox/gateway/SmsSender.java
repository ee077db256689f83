package org.peerline.sms.outbox.gateway;

/**
 * The door from the out-tray to a gateway (Twilio or the simulator).
 *
 * <p>Called by the dispatcher, outside any transaction, by several threads at once. One call is one attempt: a gateway
 * never repeats by itself, because it cannot know whether the first attempt reached the person. It never throws for what
 * the provider or the network does; that is what {@link SendResult} is for.
 */
public interface SmsSender {
    SendResult send(OutgoingSms sms);
}
