/** Asking for help by text: what is asked next, what an answer changes, and what is kept until it is over. */
package org.peerline.intake.dialogue;
