package dev.roi.spring;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.UnknownName;
import dev.roi.ledger.LedgerUnavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What went wrong, as problem details (RFC 9457): each kind with the status that tells who can mend it. */
@RestControllerAdvice
public class RoiProblems {

    private static final int INPUT_THAT_CANNOT_BE_USED = 422;

    /** For Spring to make. */
    public RoiProblems() {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(InvalidInput wrong) {
        return answer(INPUT_THAT_CANNOT_BE_USED, "The scorecard cannot be used", wrong.faults());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(UnknownName wrong) {
        return answer(HttpStatus.BAD_REQUEST.value(), "The request names what is not there", wrong.faults());
    }

    /** Whoever asks cannot mend a policy, and is told nothing of its files. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(InvalidPolicy wrong) {
        return answer(HttpStatus.INTERNAL_SERVER_ERROR.value(), "The policy cannot be used", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(LedgerUnavailable broken) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setTitle("The record of decisions is not available");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(int status, String title, List<Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        if (!faults.isEmpty()) {
            problem.setDetail(faults.size() == 1 ? faults.get(0).message() : "%s faults".formatted(faults.size()));
            problem.setProperty(
                    "faults", faults.stream().map(RoiProblems::fault).toList());
        }
        return ResponseEntity.status(status).body(problem);
    }

    private static Map<String, Object> fault(Fault fault) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", fault.code());
        fields.put("pointer", fault.place().pointer());
        fields.put("line", fault.place().line());
        fields.put("column", fault.place().column());
        fields.put("message", fault.message());
        fault.help().ifPresent(help -> fields.put("help", help));
        return fields;
    }
}
