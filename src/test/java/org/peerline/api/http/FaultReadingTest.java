package org.peerline.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.api.problem.ApiException;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.ProblemType;
import org.peerline.api.problem.TryLater;

class FaultReadingTest {
    @ParameterizedTest
    @CsvSource({"40P01, 1", "40001, 1", "08006, 5", "53300, 5", "57P01, 5"})
    void what_passes_by_itself_is_to_be_tried_again_after_a_pause(String state, long seconds) {
        var sql = new SQLException("said by the database", state);

        for (Throwable fault : new Throwable[] {sql, new IllegalStateException(new RuntimeException(sql))}) {
            TryLater later =
                    assertInstanceOf(TryLater.class, FaultReading.of(fault).orElseThrow());
            assertEquals(ProblemType.UNAVAILABLE, later.type());
            assertEquals(seconds, later.retryAfterSeconds());
        }
    }

    @Test
    void two_that_waited_for_each_other_are_not_told_that_somebody_changed_it() {
        var fault = new OptimisticLockException("wrapped", new SQLException("deadlock detected", "40P01"));

        assertInstanceOf(TryLater.class, FaultReading.of(fault).orElseThrow());
    }

    @Test
    void overtaken_change_is_a_conflict() {
        Optional<ApiException> read = FaultReading.of(new IllegalStateException(new OptimisticLockException("row")));

        assertInstanceOf(Conflict.class, read.orElseThrow());
    }

    @Test
    void broken_rule_of_the_database_is_our_own_fault() {
        assertEquals(Optional.empty(), FaultReading.of(new SQLException("duplicate key", "23505")));
    }
}
