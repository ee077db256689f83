package org.peerline.sms;

/**
 * The door from the mailroom to the front desk.
 *
 * <p>Called by the inbox, once for each provider id that takes effect, inside the transaction that also records the text
 * as received. Whatever the handler changes or owes is committed with it, or not at all. An exception rolls everything
 * back; the inbox then keeps the bare text and calls again later.
 */
public interface InboundSmsHandler {
    void handle(InboundSms sms);
}
