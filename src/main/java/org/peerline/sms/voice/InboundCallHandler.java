package org.peerline.sms.voice;

/**
 * Decides what becomes of a call. Asked by the provider's voice webhook and by the simulator, in a transaction of its
 * own, while the caller hears it ring. Nothing is owed and no state changes but the audit and what is counted, so it may be asked again. When
 * it fails, the caller hears the provider's own error, and nobody is connected.
 */
public interface InboundCallHandler {
    VoiceReply answer(InboundCall call);
}
