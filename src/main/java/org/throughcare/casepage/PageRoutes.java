package org.throughcare.casepage;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where the pages are: one file, which finds its page by the address. Their scripts and styles are named by their content and hold nothing about anybody. */
@Configuration(proxyBeanMethods = false)
class PageRoutes implements WebMvcConfigurer {

    private static final List<String> PAGES = List.of(
            "/cases",
            "/cases/{caseNumber}",
            "/overview",
            "/staff",
            "/admissions/import",
            "/admin/messages",
            "/notifications",
            "/calendar",
            "/decisions",
            "/decisions/{id}",
            "/decisions/proposals/{proposal}");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        PAGES.forEach(page -> registry.addViewController(page).setViewName("forward:/pages/page.html"));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }
}
