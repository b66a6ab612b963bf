package dev.nodestart.conformance.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Behind {@link NodestartTest}: launches, injects, removes. All state is in the framework's stores. */
final class NodestartExtension
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {
    /** Leaves all tests out that need an engine: a system property or a JUnit configuration parameter. */
    static final String DISABLED = "nodestart.disabled";

    private static final Namespace NAMESPACE = Namespace.create(NodestartExtension.class);
    private static final String LAUNCH = "launch";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(DISABLED)
                        .filter(Boolean::parseBoolean)
                        .isPresent()
                ? ConditionEvaluationResult.disabled("[" + DISABLED + "] is true")
                : ConditionEvaluationResult.enabled("[" + DISABLED + "] is not set");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<NodestartTest> wanted = TestClasses.wantedBy(context.getRequiredTestClass());
        if (wanted.isPresent()) {
            TestLaunch launch = Launches.of(context, NAMESPACE).wanted(wanted.get(), context);
            context.getStore(NAMESPACE).put(LAUNCH, launch);
            if (!launch.perMethod()) {
                launch.start();
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestLaunch launch = launch(context);
        if (launch.perMethod()) {
            TestLaunch own = launch.again();
            context.getStore(NAMESPACE).put(LAUNCH, own);
            own.start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestLaunch launch = launch(context);
        if (launch.perMethod()) {
            launch.finish(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestLaunch own = context.getStore(NAMESPACE).get(LAUNCH, TestLaunch.class);
        if (own != null && TestClasses.wantedBy(context.getRequiredTestClass()).isPresent() && !own.perMethod()) {
            own.finish(context);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Node.class || type == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestLaunch launch = launch(context);
        if (launch.perMethod() && context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("A launch for every method cannot be given to ["
                    + parameter.getDeclaringExecutable() + "]: take it as a parameter of the test method.");
        }
        return parameter.getParameter().getType() == Node.class
                ? launch.cluster().driver()
                : launch.cluster();
    }

    private static TestLaunch launch(ExtensionContext context) {
        TestLaunch launch = context.getStore(NAMESPACE).get(LAUNCH, TestLaunch.class);
        if (launch == null) {
            throw new ParameterResolutionException("There is no launch: the class ["
                    + context.getRequiredTestClass().getName() + "] needs @NodestartTest.");
        }
        return launch;
    }
}
