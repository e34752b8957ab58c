package dev.roi.spring;

import dev.roi.core.Language;
import dev.roi.core.PolicyRef;
import dev.roi.rules.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Which policy is in use: {@code /actuator/roi}. It only tells. */
@Endpoint(id = "roi")
public final class RoiEndpoint {

    private final PolicyInUse inUse;

    RoiEndpoint(PolicyInUse inUse) {
        this.inUse = inUse;
    }

    /**
     * Tells which policy is in use.
     *
     * @return its name, version, fingerprint and languages, and why the directory is not in use as it is, where that is so
     */
    @ReadOperation
    public Map<String, Object> policy() {
        Policy policy = inUse.engine().policy();
        Map<String, Object> fields = details(inUse);
        fields.put("languages", policy.languages().stream().map(Language::tag).toList());
        fields.put("rules", policy.rules().size());
        return fields;
    }

    static Map<String, Object> details(PolicyInUse inUse) {
        PolicyRef ref = inUse.engine().policy().ref();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("policy", ref.id().value());
        fields.put("version", ref.version());
        fields.put("fingerprint", ref.fingerprint().value());
        inUse.lastRefused().ifPresent(reload -> fields.put("refused", reload.toString()));
        return fields;
    }
}
