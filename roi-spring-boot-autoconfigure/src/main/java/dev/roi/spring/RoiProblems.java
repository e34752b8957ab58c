package dev.roi.spring;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.InvalidPolicy;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.UnknownName;
import dev.roi.ledger.LedgerUnavailable;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What went wrong, as problem details (RFC 9457): each kind with a type and the status that tells who can mend it, in the
 * language that the request asks for ({@code Accept-Language}), French or else English. What whoever asked cannot mend is
 * logged, with its cause.
 */
@RestControllerAdvice
public class RoiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(RoiProblems.class);
    private static final int UNPROCESSABLE = 422;
    private static final String SECONDS_TO_WAIT = "5";

    /** For Spring to make. */
    public RoiProblems() {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(InvalidInput wrong, Locale locale) {
        return answer("input", UNPROCESSABLE, Message.of("The input cannot be used"), wrong.faults(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(UnknownName wrong, Locale locale) {
        return answer(
                "name",
                HttpStatus.BAD_REQUEST.value(),
                Message.of("The request names what does not exist"),
                wrong.faults(),
                locale);
    }

    /** Whoever asks cannot mend a policy, and is told nothing of its files. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(InvalidPolicy wrong, Locale locale) {
        LOG.error("A policy cannot be used", wrong);
        return answer(
                "policy",
                HttpStatus.INTERNAL_SERVER_ERROR.value(),
                Message.of("The policy cannot be used"),
                List.of(),
                locale);
    }

    /** Whoever asks cannot mend a database, and is told nothing of it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> of(LedgerUnavailable broken, Locale locale) {
        LOG.error("The record of decisions is not available", broken);
        return answer(
                "ledger",
                HttpStatus.SERVICE_UNAVAILABLE.value(),
                Message.of("The record of decisions is not available"),
                List.of(),
                locale);
    }

    private static ResponseEntity<ProblemDetail> answer(
            String kind, int status, Message title, List<Fault> faults, Locale locale) {
        Language language = locale.getLanguage().equals(Language.FRENCH.tag()) ? Language.FRENCH : Language.ENGLISH;
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:roi:problem:" + kind));
        problem.setTitle(title.in(language));
        if (!faults.isEmpty()) {
            Message several = Message.of("%s faults", Message.grouped(faults.size()));
            problem.setDetail(faults.size() == 1 ? faults.get(0).message(language) : several.in(language));
            problem.setProperty(
                    "faults",
                    faults.stream().map(fault -> fault(fault, language)).toList());
        }
        ResponseEntity.BodyBuilder response =
                ResponseEntity.status(status).header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        return response.body(problem);
    }

    private static Map<String, Object> fault(Fault fault, Language language) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", fault.code());
        fields.put("pointer", fault.place().pointer());
        fields.put("line", fault.place().line());
        fields.put("column", fault.place().column());
        fields.put("message", fault.message(language));
        fault.help(language).ifPresent(help -> fields.put("help", help));
        return fields;
    }
}
