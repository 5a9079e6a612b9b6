-- The jobs of the work room, in the form that db-scheduler expects.
CREATE TABLE scheduled_tasks (
    task_name            TEXT            NOT NULL,
    task_instance        TEXT            NOT NULL,
    task_data            ${blob},
    execution_time       ${timestamptz}  NOT NULL,
    picked               ${boolean}      NOT NULL,
    picked_by            TEXT,
    last_success         ${timestamptz},
    last_failure         ${timestamptz},
    consecutive_failures INT,
    last_heartbeat       ${timestamptz},
    version              BIGINT          NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
