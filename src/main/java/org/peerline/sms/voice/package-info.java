/** Somebody rings one of our numbers: what came in, and what is to become of it. */
package org.peerline.sms.voice;
