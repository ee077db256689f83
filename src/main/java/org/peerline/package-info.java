/** Peerline: coordinates peer support between doctors. */
package org.peerline;
