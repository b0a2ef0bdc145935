package nl.peildatum.portal.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.peildatum.look.Assets;
import nl.peildatum.look.Assets.Asset;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What pages load; under its address it never changes. */
@Controller
class AssetController {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @GetMapping(Assets.PATH + "{name}")
    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asset asset = Assets.at(request.getRequestURI());
        if (asset == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        response.setContentType(asset.type());
        response.setContentLength(asset.length());
        asset.writeTo(response.getOutputStream());
    }
}
