package org.peerline.api.contract.serving;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;

/**
 * Nobody waits for the contract to be written down twice, as JSON and as YAML, which took a fifth of the start: whoever asks
 * for it first does, if it is not ready by then.
 *
 * <p>Only where the service is built to be delivered: tests and the development mode load libraries and our own classes
 * apart, so that theirs cannot carry an annotation of ours.
 */
public class ContractAfterTheStart implements BuildCompatibleExtension {
    @Enhancement(types = OpenApiDocumentService.class)
    public void prepareLater(ClassConfig service) {
        if (ConfigUtils.isProfileActive("prod")) {
            service.addAnnotation(AfterTheStart.class);
        }
    }
}
