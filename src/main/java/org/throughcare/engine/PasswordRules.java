package org.throughcare.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.throughcare.access.Passwords;

/** {@link Passwords} for every way on which the engine's users get a password: web applications and interface. */
final class PasswordRules implements PasswordPolicy {

    /** The Admin application shows a placeholder that it does not know as it is. */
    private static final List<PasswordPolicyRule> RULES = List.of(
            new Rule(
                    "PASSWORD_POLICY_LENGTH",
                    Map.of("minLength", String.valueOf(Passwords.SHORTEST)),
                    (password, user) -> Passwords.isLong(password)),
            new Rule("PASSWORD_POLICY_USER_DATA", Map.of(), PasswordRules::isWithoutNames),
            new Rule(
                    "It is none that everybody tries first, such as \"welcome\" with digits or a row of keys.",
                    Map.of(),
                    (password, user) -> Passwords.isUncommon(password)));

    @Override
    public List<PasswordPolicyRule> getRules() {
        return RULES;
    }

    private static boolean isWithoutNames(String password, User user) {
        return user == null
                || Passwords.isWithoutNames(
                        password,
                        Arrays.asList(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail()));
    }

    private record Rule(String placeholder, Map<String, String> parameters, BiPredicate<String, User> test)
            implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }

        @Override
        public boolean execute(String password) {
            return execute(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            return test.test(password, user);
        }
    }
}
