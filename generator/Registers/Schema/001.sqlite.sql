create trigger audit_is_not_rewritten before update on audit begin select raise(abort, 'the audit log is append-only'); end;
create trigger audit_is_not_shortened before delete on audit begin select raise(abort, 'the audit log is append-only'); end;
create trigger numbers_are_not_deleted before delete on numbers begin select raise(abort, 'a number is voided, never deleted'); end;
