package no.arealkompass.api;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a person logs in: the browser asks for name and password here and sends them along from then on. */
@RestController
class LoginController {

    /** @param back the page's state to return to, as a query that begins with "?"; anything else leads to the front page */
    @GetMapping("/login")
    ResponseEntity<Void> login(@RequestParam(defaultValue = "") String back) {
        String query = back.matches("\\?[\\w=&%.,+~/-]*") ? back : "";
        return ResponseEntity.status(303).location(URI.create("/" + query)).build();
    }
}
