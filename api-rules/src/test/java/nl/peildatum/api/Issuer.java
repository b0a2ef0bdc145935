package nl.peildatum.api;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A real issuer of signed tokens on the loopback address, which can be away. */
final class Issuer implements AutoCloseable {
    private final RSAKey key;
    private final int port;
    private @Nullable HttpServer server;

    Issuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("sleutel").generate();
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String uri() {
        return "http://127.0.0.1:" + port;
    }

    Issuer start() {
        HttpServer fresh;
        try {
            fresh =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        serve(
                fresh,
                "/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\",\"subject_types_supported\":[\"public\"]}"
                        .formatted(uri(), uri()));
        serve(fresh, "/jwks", new JWKSet(key.toPublicJWK()).toString());
        fresh.start();
        server = fresh;
        return this;
    }

    private static void serve(HttpServer server, String path, String json) {
        server.createContext(
                path,
                exchange -> {
                    byte[] body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    String token(String subject, String... roles) {
        return token(claims -> claims.subject(subject).claim("roles", List.of(roles)));
    }

    String token(Consumer<JWTClaimsSet.Builder> change) {
        return sign(key, JOSEObjectType.JWT, claims(change));
    }

    String typed(String type, String subject) {
        return sign(key, new JOSEObjectType(type), claims(c -> c.subject(subject)));
    }

    String forged() {
        try {
            return sign(
                    new RSAKeyGenerator(2048).keyID("sleutel").generate(),
                    JOSEObjectType.JWT,
                    claims(c -> c.claim("roles", List.of("auditor"))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned() {
        return new PlainJWT(claims(c -> c.claim("roles", List.of("auditor")))).serialize();
    }

    /** Signed with the public key as if it were a shared secret. */
    String confused() {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("sleutel").build(),
                            claims(c -> c.claim("roles", List.of("auditor"))));
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(uri())
                        .audience("peildatum")
                        .subject("iemand")
                        .claim("scope", "auditor beheerder")
                        .claim("diep", Map.of("er", Map.of("rollen", "lezer auditor")))
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        change.accept(claims);
        return claims.build();
    }

    private static String sign(RSAKey key, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID(key.getKeyID())
                                    .type(type)
                                    .build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
