/** The words of the domain as records: diagnosis, image, quality, prediction, heat map. Knows only the JDK. */
package io.github.melascope.lesion;
