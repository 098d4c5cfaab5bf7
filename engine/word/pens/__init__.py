"""The pens that write mends into WordprocessingML as direct format, each kind of mend in a module of its own."""
