-- https://trino.io/docs/current/functions/window.html

CREATE MACRO athena_neighbour_offset(n) AS
    CASE WHEN n IS NULL THEN athena_fail('INVALID_FUNCTION_ARGUMENT: Offset must not be null')
         WHEN n < 0 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: Offset must be at least 0') ELSE n END;

CREATE MACRO athena_nth_offset(n) AS
    CASE WHEN n < 1 THEN athena_fail('INVALID_FUNCTION_ARGUMENT: Offset must be at least 1') ELSE n END;

CREATE MACRO athena_frame_offset(n) AS
    CASE WHEN n IS NULL OR n < 0
         THEN athena_fail('INVALID_WINDOW_FRAME: Window frame offset value must not be negative or null') ELSE n END;
