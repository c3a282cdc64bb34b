package org.throughcare.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.filter.CompositeFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Signing in through OpenID Connect, when Spring's keys {@code spring.security.oauth2.client} name a registration; without
 * one nothing of this exists. Spring Security does the exchange with the provider and checks its answers; what she may do
 * then is decided where it is decided for everybody.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OpenIdConfiguration.Registered.class)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class OpenIdConfiguration {

    private static final String REGISTRATIONS = "spring.security.oauth2.client.registration";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Whether a provider is configured. */
    static final class Registered extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean registered = Binder.get(context.getEnvironment())
                    .bind(REGISTRATIONS, Bindable.mapOf(String.class, Object.class))
                    .map(found -> !found.isEmpty())
                    .orElse(false);
            return new ConditionOutcome(registered, REGISTRATIONS + (registered ? " is set" : " is not set"));
        }
    }

    /** The provider is asked for its addresses at the first sign-in, so that the application starts without it. */
    @Bean
    ClientRegistrationRepository clientRegistrations(OAuth2ClientProperties properties) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(properties).asClientRegistrations()));
    }

    @Bean
    OpenIdSignIn openIdSignIn(
            OpenIdSettings settings, OAuth2ClientProperties properties, Identities identities, Problems problems) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return new OpenIdSignIn(
                settings,
                new TreeSet<>(properties.getRegistration().keySet()),
                identities,
                problems,
                RestClient.builder().requestFactory(requests).build());
    }

    @Bean
    FilterRegistrationBean<Filter> openIdFilter(
            ClientRegistrationRepository registrations, OpenIdSettings settings, OpenIdSignIn signIn) {
        CompositeFilter filters = new CompositeFilter();
        filters.setFilters(List.of(
                new ReturnFromProvider(),
                toProvider(registrations, settings, signIn),
                fromProvider(registrations, signIn)));
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filters);
        registration.addUrlPatterns(OpenIdSignIn.START + "/*", OpenIdSignIn.CALLBACK + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 105);
        return registration;
    }

    private static Filter toProvider(
            ClientRegistrationRepository registrations, OpenIdSettings settings, OpenIdSignIn signIn) {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, OpenIdSignIn.START);
        Consumer<OAuth2AuthorizationRequest.Builder> asked = OAuth2AuthorizationRequestCustomizers.withPkce();
        if (StringUtils.hasText(settings.prompt())) {
            asked = asked.andThen(
                    request -> request.additionalParameters(more -> more.putAll(Map.of("prompt", settings.prompt()))));
        }
        requests.setAuthorizationRequestCustomizer(asked);
        OAuth2AuthorizationRequestRedirectFilter filter = new OAuth2AuthorizationRequestRedirectFilter(requests);
        filter.setAuthenticationFailureHandler((request, response, failure) -> signIn.unreachable(response, failure));
        return filter;
    }

    private static Filter fromProvider(ClientRegistrationRepository registrations, OpenIdSignIn signIn) {
        HttpSessionOAuth2AuthorizedClientRepository clients = new HttpSessionOAuth2AuthorizedClientRepository();
        OAuth2LoginAuthenticationFilter filter =
                new OAuth2LoginAuthenticationFilter(registrations, clients, OpenIdSignIn.CALLBACK + "/*");
        filter.setAuthenticationManager(new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService())));
        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        filter.setSecurityContextRepository(new NullSecurityContextRepository());
        filter.setAuthenticationSuccessHandler((request, response, authentication) -> {
            SecurityContextHolder.clearContext();
            String registration = ((OAuth2AuthenticationToken) authentication).getAuthorizedClientRegistrationId();
            OAuth2AuthorizedClient client = clients.loadAuthorizedClient(registration, authentication, request);
            clients.removeAuthorizedClient(registration, authentication, request, response);
            signIn.signedIn(request, response, client, authentication);
        });
        filter.setAuthenticationFailureHandler((request, response, failure) -> signIn.refused(response, failure));
        return filter;
    }

    /**
     * The session's cookie is not sent with a request that another site led to (SameSite=Strict), and the provider's
     * answer is one. So the browser is asked once to come again, from a page of this site.
     */
    private static final class ReturnFromProvider implements Filter {

        private static final String AGAIN = "again";

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest asked = (HttpServletRequest) request;
            boolean returns = asked.getRequestURI().startsWith(asked.getContextPath() + OpenIdSignIn.CALLBACK);
            if (returns && asked.getSession(false) == null && asked.getParameter(AGAIN) == null) {
                comeAgain(asked, (HttpServletResponse) response);
            } else {
                chain.doFilter(request, response);
            }
        }

        private static void comeAgain(HttpServletRequest asked, HttpServletResponse response) throws IOException {
            String query = asked.getQueryString() == null ? "" : asked.getQueryString() + "&";
            String address = HtmlUtils.htmlEscape(asked.getRequestURI() + "?" + query + AGAIN + "=1");
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter()
                    .write("<!doctype html><html lang=\"en\"><head><title>Signing in</title>"
                            + "<meta http-equiv=\"refresh\" content=\"0;url=" + address + "\"></head>"
                            + "<body><p><a href=\"" + address + "\">Go on to Throughcare</a></p></body></html>");
        }
    }
}
