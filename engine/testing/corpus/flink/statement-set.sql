-- form: several-statements
-- expect: UNSUPPORTED_STATEMENT
EXECUTE STATEMENT SET BEGIN INSERT INTO dear SELECT zone, fare FROM rides; END;
