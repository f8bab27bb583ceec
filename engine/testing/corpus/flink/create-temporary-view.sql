-- form: create-view
-- expect: UNSUPPORTED_PLAIN_SELECT
CREATE TEMPORARY VIEW dear AS SELECT zone, fare FROM rides WHERE fare > 50;
