package org.peerline.sms.twilio.rest.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.peerline.sms.twilio.TwilioPaths;

/**
 * Writes into the contract, at build time, what holds for every webhook: it is signed, takes a form, and turns away the
 * same kinds of posts. Runs before the filter of the whole contract, which puts the shared answers in the places kept here.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class WebhookContract implements OASFilter {
    /** Unreadable, not from Twilio, another gateway, too long, no form, and not stored: it is to be sent again. */
    private static final List<String> TURNED_AWAY = List.of("400", "403", "404", "413", "415", "503");

    private static final int SIGNATURE_LENGTH = 28;

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        complete(contract, TwilioPaths.MESSAGES, WebhookForms.message());
        complete(contract, TwilioPaths.STATUS, WebhookForms.status());
        complete(contract, TwilioPaths.VOICE, WebhookForms.call());
    }

    private static void complete(OpenAPI contract, String path, Schema form) {
        Operation webhook = contract.getPaths().getPathItem(path).getPOST();
        var parameters = new ArrayList<Parameter>();
        parameters.add(signature());
        Optional.ofNullable(webhook.getParameters()).ifPresent(parameters::addAll);
        APIResponses answers = webhook.getResponses();
        TURNED_AWAY.forEach(status -> answers.addAPIResponse(status, OASFactory.createAPIResponse()));
        // What is set first is written first: parameters, form, answers, as in every operation.
        webhook.setRequestBody(null);
        webhook.setResponses(null);
        webhook.setParameters(parameters);
        webhook.setRequestBody(WebhookForms.body(form));
        webhook.setResponses(answers);
    }

    private static Parameter signature() {
        return OASFactory.createParameter()
                .description("Base64 of HMAC-SHA1 over the public URL and the sorted form.")
                .in(Parameter.In.HEADER)
                .name("X-Twilio-Signature")
                .required(true)
                .schema(WebhookForms.text(SIGNATURE_LENGTH));
    }
}
