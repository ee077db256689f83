/**
 * Rules that take terms as phrases. Every way in which the whole text can be taken is kept; a term that fits nowhere
 * leaves no phrase at all.
 */
package org.peerline.calls.time.grammar;
