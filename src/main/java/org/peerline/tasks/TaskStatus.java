package org.peerline.tasks;

/** Whether somebody still has to look at it. */
public enum TaskStatus {
    OPEN,
    DONE
}
