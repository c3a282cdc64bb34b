package org.throughcare.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.CurrentStaff;

/** Who is acting, as the engine knows it for the running request. */
@Component
class SignedInStaff implements CurrentStaff {

    private final ObjectProvider<IdentityService> identityService;

    SignedInStaff(ObjectProvider<IdentityService> identityService) {
        this.identityService = identityService;
    }

    @Override
    public String userId() {
        Authentication authentication = identityService.getObject().getCurrentAuthentication();
        return authentication == null || authentication.getUserId() == null ? APPLICATION : authentication.getUserId();
    }
}
