package org.throughcare.messages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How each person wants to be told of what. */
@Component
@Transactional
class NotificationChoices {

    private final JdbcClient jdbc;

    NotificationChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Her choice for everything that can be chosen. */
    Map<News, How> of(String userId) {
        Map<News, How> choices = new EnumMap<>(News.class);
        News.CHOSEN.forEach(news -> choices.put(news, How.digest));
        jdbc.sql("select news, how from notification_choice where user_id = ?")
                .param(userId)
                .query(row -> {
                    choices.put(News.valueOf(row.getString(1)), How.valueOf(row.getString(2)));
                });
        return choices;
    }

    /** Keeps her choice. */
    void choose(String userId, Map<News, How> choices) {
        jdbc.sql("delete from notification_choice where user_id = ?")
                .param(userId)
                .update();
        choices.forEach((news, how) -> jdbc.sql("insert into notification_choice (user_id, news, how) values (?, ?, ?)")
                .params(userId, news.name(), how.name())
                .update());
    }

    /** The users who want to be told of something at once. */
    List<String> impatient() {
        return jdbc.sql("select distinct user_id from notification_choice where how = 'atOnce' order by user_id")
                .query(String.class)
                .list();
    }
}
