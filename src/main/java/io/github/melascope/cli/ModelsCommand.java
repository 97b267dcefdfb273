package io.github.melascope.cli;

import picocli.CommandLine.Command;

/** The group of commands about models. */
@Command(
        name = "models",
        description = "List, show, verify, import and complete models.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  melascope models list",
            "  melascope models show dermoscopy-2",
            "  melascope models verify",
            "  melascope models import colleague.melascope"
        })
final class ModelsCommand extends CommandGroup {}
