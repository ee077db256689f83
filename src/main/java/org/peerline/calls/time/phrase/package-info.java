/** What a text can say of a day and of the clock, and every date and time that each saying can mean. */
package org.peerline.calls.time.phrase;
