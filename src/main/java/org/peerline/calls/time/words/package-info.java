/** A text about a time as {@link org.peerline.calls.time.words.Terms}: spelling, language and punctuation end here. */
package org.peerline.calls.time.words;
