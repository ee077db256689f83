package org.peerline.core;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * SQL for what is set-based or hot; aggregates go through Hibernate. Both use the connection of the running transaction,
 * so a caller who mixes them flushes Hibernate first.
 */
class JdbiProducer {
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource)
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(String.class, "text")
                .registerArrayType(Integer.class, "int4")
                .registerArrayType(Boolean.class, "bool");
        // A null has no type of its own: PostgreSQL takes the column's. For an id the library would say "varchar".
        jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.NULL));
        jdbi.registerArgument(new IdArgument());
        return jdbi;
    }

    private static final class IdArgument extends AbstractArgumentFactory<UUID> {
        IdArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, id);
        }
    }
}
