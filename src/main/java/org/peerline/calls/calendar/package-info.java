/** The peer's calendar: agreed calls as a feed that calendar programs read, opened by a token of its own. */
package org.peerline.calls.calendar;
