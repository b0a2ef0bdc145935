package nl.peildatum.query.api.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.stream.Stream;
import nl.peildatum.contract.Characters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes the name of who asks from the token; events hold the subject and nothing else. */
@Component
class NamesFromTokens implements HandlerInterceptor, WebMvcConfigurer {

    private static final int LONGEST_NAME = 200;

    private final Register register;
    private final String claim;

    NamesFromTokens(Register register, @Value("${peildatum.naam-claim:name}") String claim) {
        this.register = register;
        this.claim = claim;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken authenticated) {
            Jwt token = authenticated.getToken();
            Stream.of(claim, "preferred_username")
                    .map(name -> token.getClaims().get(name))
                    .filter(String.class::isInstance)
                    .map(name -> Characters.tidy((String) name))
                    .filter(NamesFromTokens::isName)
                    .findFirst()
                    .ifPresent(
                            name ->
                                    register.seen(
                                            Objects.requireNonNull(token.getSubject()), name));
        }
        return true;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && Characters.storable(name)
                && name.chars().noneMatch(Character::isISOControl);
    }
}
