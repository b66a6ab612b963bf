package dev.nodestart.emulator.spec;

/** The rules of the create call over fields whose types are right; pure (clusters-api.md §1, dcs.md §2, §3 and §5). */
final class SpecRules {
    private SpecRules() {}

    static void check(RuleInput call) {
        RuntimeRules.check(call);
        SizeRules.check(call);
        ImageRules.check(call);
        AccessRules.check(call);
        ScriptRules.check(call);
        LimitRules.check(call);
        EnvironmentRules.check(call);
    }
}
