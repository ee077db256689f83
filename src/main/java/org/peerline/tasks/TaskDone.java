package org.peerline.tasks;

import org.peerline.audit.Actor;
import org.peerline.core.Subject;

/**
 * A person has said that a task is dealt with. Fired in the transaction in which they say so; a room whose cause it was
 * listens where nothing else would ever end it.
 */
public record TaskDone(TaskKind kind, Subject subject, Actor by) {}
