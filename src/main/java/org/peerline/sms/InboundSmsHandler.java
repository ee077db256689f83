package org.peerline.sms;

import java.util.List;

/**
 * The door from the mailroom to the front desk.
 *
 * <p>Called by the inbox, once for each provider id that takes effect, inside the transaction that also records the text
 * as received. Whatever the handler changes or owes is committed with it, or not at all. An exception rolls everything
 * back; the inbox then keeps the bare text and calls again later.
 */
public interface InboundSmsHandler {
    void handle(InboundSms sms);

    /**
     * Whether a text looks as if it changed nothing that others could wait for, so that it may share a transaction with
     * others like it. Decides about speed only: either way the same is done with it.
     */
    boolean goesTogether(InboundSms sms);

    /** How many texts it can deal with at once now without the answers having to queue; may be none, or very many. */
    int room();

    /**
     * Does for each, in their order, what {@link #handle} does, in one transaction and with few statements for all of
     * them. An exception says nothing about whose fault it was: the inbox then calls {@link #handle} for each by itself.
     */
    void handleTogether(List<InboundSms> texts);
}
