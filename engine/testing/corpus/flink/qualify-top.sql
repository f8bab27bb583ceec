-- form: qualify
-- expect: UNSUPPORTED_OVER_ORDER
SELECT zone, driver, ROW_NUMBER() OVER (PARTITION BY zone ORDER BY fare DESC) AS place FROM rides QUALIFY place <= 3;
