"""Every place where bytes of strangers are read, thrown at with what nobody would send."""
