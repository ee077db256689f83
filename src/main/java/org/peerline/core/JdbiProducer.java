package org.peerline.core;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/**
 * SQL for what is set-based or hot; aggregates go through Hibernate. Both use the connection of the running transaction,
 * so a caller who mixes them flushes Hibernate first.
 */
class JdbiProducer {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return Jdbi.create(dataSource)
                .registerArrayType(java.util.UUID.class, "uuid")
                .registerArrayType(String.class, "text");
    }
}
