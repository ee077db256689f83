package org.peerline.sms.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The SDK's HTTP client without its own retries: one request on the wire for each call, whatever comes back. Twilio has
 * no idempotency key for texts, so each repeat could be a second text on somebody's phone.
 */
public final class OneTryHttpClient extends NetworkHttpClient implements AutoCloseable {
    /** The SDK knows no other host; what follows it is kept. */
    private static final String SDK_HOST = "https://api.twilio.com";

    /** What Twilio says of one text has about 1 kB; a page of a list has up to a thousand of them. */
    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private static final String LEFT = "peerline.request-left";

    private final String apiUrl;
    private final RequestConfig timeouts;

    public OneTryHttpClient(TwilioSettings settings) {
        super(builder(settings));
        apiUrl = settings.apiUrl();
        timeouts = timeouts(settings);
    }

    /** The SDK's own loop would send again on every 5xx. */
    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /**
     * Replaces the SDK's method, which sets timeouts of half a minute on every request.
     *
     * @throws Unanswered when no whole answer came back
     */
    @Override
    public Response makeRequest(Request request) {
        var context = HttpClientContext.create();
        try {
            return client.execute(onTheWire(request), context, OneTryHttpClient::answer);
        } catch (IOException fault) {
            throw new Unanswered(context.getAttribute(LEFT) != null, fault);
        }
    }

    private HttpUriRequestBase onTheWire(Request request) {
        String url = request.getUrl().replace(SDK_HOST, apiUrl);
        var wire = new HttpUriRequestBase(request.getMethod().toString(), URI.create(url));
        wire.setConfig(timeouts);
        wire.addHeader(HttpHeaders.AUTHORIZATION, request.getAuthString());
        if (request.getMethod() == HttpMethod.GET) {
            return wire;
        }
        List<NameValuePair> form = new ArrayList<>();
        request.getPostParams()
                .forEach((name, values) -> values.forEach(value -> form.add(new BasicNameValuePair(name, value))));
        wire.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        return wire;
    }

    private static Response answer(ClassicHttpResponse response) throws IOException {
        String content = "";
        if (response.getEntity() != null) {
            long length = response.getEntity().getContentLength();
            int most = length < 0 || length > LONGEST_ANSWER ? LONGEST_ANSWER : (int) length;
            try (InputStream body = response.getEntity().getContent()) {
                content = new String(body.readNBytes(most), StandardCharsets.UTF_8);
            }
        }
        return new Response(content, response.getCode(), response.getHeaders());
    }

    private static HttpClientBuilder builder(TwilioSettings settings) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.maxConnections())
                .setMaxConnTotal(settings.maxConnections())
                .setDefaultSocketConfig(SocketConfig.custom()
                        // A text is one small write; it must not wait for the acknowledgement of the one before.
                        .setTcpNoDelay(true)
                        .setSoKeepAlive(true)
                        .setSoTimeout(Timeout.of(settings.responseTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.responseTimeout()))
                        // A connection that the other end has closed costs a text its certainty: look first.
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(timeouts(settings))
                .setUserAgent("peerline")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                // Runs when the connection stands, TLS included, and directly before the first byte is written.
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "left", (request, scope, chain) -> {
                    scope.clientContext.setAttribute(LEFT, true);
                    return chain.proceed(request, scope);
                });
    }

    private static RequestConfig timeouts(TwilioSettings settings) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.responseTimeout()))
                .setResponseTimeout(Timeout.of(settings.responseTimeout()))
                .setConnectionKeepAlive(TimeValue.ofSeconds(20))
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .build();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    /** No whole answer came back. */
    public static final class Unanswered extends RuntimeException {
        private final boolean mayHaveArrived;

        Unanswered(boolean mayHaveArrived, IOException fault) {
            super(fault);
            this.mayHaveArrived = mayHaveArrived;
        }

        /** False only when not one byte of the request was written. */
        boolean mayHaveArrived() {
            return mayHaveArrived;
        }
    }
}
