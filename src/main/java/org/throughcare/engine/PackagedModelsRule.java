package org.throughcare.engine;

/** Says whether this node may deploy the models and tables that it brings. Asked while no other node is setting up. */
public interface PackagedModelsRule {

    /** Whether they are the newest that this database has seen; then they are noted as such. */
    boolean mayDeploy();
}
