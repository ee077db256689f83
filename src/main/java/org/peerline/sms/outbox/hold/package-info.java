/** Senders that cannot send now: held back for every replica, tried again by themselves, released by a person. */
package org.peerline.sms.outbox.hold;
