package dev.roi.spring;

import dev.roi.ledger.JdbcLedger;
import dev.roi.ledger.Records;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** The ledger, in the application's database. */
@AutoConfiguration(
        after = RoiAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(DataSource.class)
@ConditionalOnSingleCandidate(DataSource.class)
@ConditionalOnProperty("roi.ledger.enabled")
public class RoiLedgerAutoConfiguration {

    /** For Spring to make. */
    public RoiLedgerAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    JdbcLedger roiLedger(DataSource database, RoiProperties properties) {
        return JdbcLedger.in(database, properties.ledger().table())
                .waiting(properties.ledger().patience());
    }

    @Bean
    @ConditionalOnMissingBean
    Records roiRecords(JdbcLedger ledger) {
        return Records.in(ledger);
    }
}
