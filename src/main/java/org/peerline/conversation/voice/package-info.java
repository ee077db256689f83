/** The front desk for those who ring. */
package org.peerline.conversation.voice;
