-- https://trino.io/docs/current/functions/array.html: arrays that are counted out, of 10,000 elements at most
CREATE MACRO trino_repeat(x, n) AS
    list_transform(range(CASE
        WHEN n > 10000 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: count argument of repeat function must be less '
                                        'than or equal to 10000')
        WHEN n < 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: count argument of repeat function must be greater '
                                    'than or equal to 0')
        ELSE n END), lambda i: x);
-- The steps from start to stop, both and the step itself in the same unit.
CREATE MACRO athena_steps(start, stop, step) AS
    CASE WHEN step = 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: step must not be zero')
         WHEN sign(step) * sign(CAST(stop AS HUGEINT) - start) < 0
         THEN athena_fail('INVALID_FUNCTION_ARGUMENT: sequence stop value should be greater than or equal to start value '
                          'if step is greater than zero otherwise stop should be less than or equal to start')
         WHEN (CAST(stop AS HUGEINT) - start) // step >= 10000
         THEN athena_fail('INVALID_FUNCTION_ARGUMENT: result of sequence function must not have more than 10000 entries')
         ELSE CAST((CAST(stop AS HUGEINT) - start) // step AS BIGINT) END;
CREATE MACRO trino_sequence
    (a, b, step) AS list_transform(range(athena_steps(CAST(a AS BIGINT), b, step) + 1),
                                   lambda i: CAST(a AS BIGINT) + i * step),
    (a, b) AS list_transform(range(athena_steps(CAST(a AS BIGINT), b, CASE WHEN a <= b THEN 1 ELSE -1 END) + 1),
                             lambda i: CAST(a AS BIGINT) + CASE WHEN a <= b THEN i ELSE -i END);
-- Months are counted from the start, whatever their lengths: the last of them may lie beyond the stop.
CREATE MACRO athena_steps_of_months(a, b, step) AS
    CASE WHEN athena_steps(epoch_us(a), epoch_us(b), epoch_us(step)) >= 0
         THEN abs(datediff('month', a, b) // CAST(athena_months(step) AS BIGINT)) END;
CREATE MACRO athena_times(a, b, step) AS
    CASE WHEN athena_months(step) = 0
         THEN list_transform(range(athena_steps(epoch_us(a), epoch_us(b), epoch_us(step)) + 1),
                             lambda i: a + to_microseconds(epoch_us(step) * i))
         ELSE list_filter(list_transform(range(athena_steps_of_months(a, b, step) + 1),
                                         lambda i: a + step * CAST(i AS INTEGER)),
                          lambda x: CASE WHEN athena_months(step) > 0 THEN x <= b ELSE x >= b END) END;
CREATE MACRO athena_sequence__timestamp(a, b, step) AS athena_times(a, b, step);
CREATE MACRO athena_sequence__moment(a, b, step) AS athena_times(a, b, step);
CREATE MACRO athena_sequence__date
    (a, b, step) AS CAST(athena_times(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP), step) AS DATE[]),
    (a, b) AS CAST(athena_times(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP),
                                CASE WHEN a <= b THEN INTERVAL 1 DAY ELSE INTERVAL '-1' DAY END) AS DATE[]);
