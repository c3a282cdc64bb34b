package org.throughcare.messages;

import java.nio.file.Path;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** A node in a process of its own, so that a test can kill it. Arguments: database, port of the mail server. */
final class NodeOfItsOwn {

    private NodeOfItsOwn() {}

    public static void main(String[] arguments) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        new MessagesOfTest(database, Path.of("target/messages"), Duration.ofSeconds(20))
                .node(Integer.parseInt(arguments[1]))
                .run();
    }
}
