/** Passes one side's words on to the other, without either learning the other's number. */
package org.peerline.relay;
