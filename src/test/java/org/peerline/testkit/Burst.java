package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;

/**
 * Many texts at once, and what became of them.
 *
 * @param accepted how many were answered 200
 * @param unknownBefore how many texts were in doubt before
 */
public record Burst(TwoCopies copies, String name, int texts, long accepted, int unknownBefore) {

    /** Each has reached its reader once, or is in doubt; also what was not answered, for it is on the provider's list. */
    public void arrivedOnce(int mostInDoubt) throws SQLException {
        Map<String, Long> arrived = copies.arrived(name);
        assertTrue(arrived.values().stream().allMatch(times -> times == 1), "doubled: " + arrived);
        int inDoubt = copies.unknown() - unknownBefore;
        assertTrue(inDoubt <= mostInDoubt, inDoubt + " texts are in doubt");
        int missing = texts - arrived.size();
        assertTrue(missing <= inDoubt, missing + " texts are lost, " + inDoubt + " are in doubt");
        assertTrue(accepted > 0, "some were accepted");
    }
}
