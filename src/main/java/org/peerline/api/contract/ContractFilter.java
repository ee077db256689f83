package org.peerline.api.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Writes into the contract, at build time, what the code says only by its annotations or holds for every operation. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        SharedParts.addTo(contract.getComponents());
        new FieldLimits(index).addTo(contract.getComponents());
        var doors = new Doors(index);
        contract.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> doors.find(operation.getOperationId())
                                .ifPresent(door -> {
                                    OperationParts.addTo(operation, door, path, method);
                                    Examples.addTo(operation, door);
                                })));
    }
}
