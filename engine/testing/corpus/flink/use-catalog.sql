-- form: other-statements
-- expect: UNSUPPORTED_STATEMENT
USE CATALOG default_catalog;
