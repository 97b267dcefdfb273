/** One dermoscopic image on the screen: zoomed, turned, measured, with a heat map over it and the plain image beside it. */
@NullMarked
package io.github.melascope.ui.image;

import org.jspecify.annotations.NullMarked;
