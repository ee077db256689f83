/** Reads what people text in answer to the questions of the intake. Rules only: no framework, no database. */
package org.peerline.intake.answer;
